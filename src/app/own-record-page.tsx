import { RecordPage } from '#features/privacy/record-page.tsx'
import { useOwnId } from './own-id.ts'

export const OwnRecordPage = () => <RecordPage personId={useOwnId()} />
