import { MyChecksPage } from '#features/panel-pool/checks/my-checks-page.tsx'
import { useOwnId } from './own-id.ts'

export const OwnChecksPage = () => <MyChecksPage personId={useOwnId()} />
