import type { QueryClient } from '@tanstack/react-query'
import { createContext } from 'react-router'

/** The query client as loaders find it: `context.get(queryClient)`. */
export const queryClient = createContext<QueryClient>()
