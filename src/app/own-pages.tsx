import { ProfilePage } from '#features/panel-pool/profile-page.tsx'
import { HeldPage } from '#features/privacy/held-page.tsx'
import { paths } from '#paths'
import { BackLink } from '#ui/notes.tsx'
import { copy } from './app.copy.ts'
import { useOwnId } from './own-id.ts'

export const OwnProfilePage = () => <ProfilePage personId={useOwnId()} />
export const OwnDataPage = () => <HeldPage personId={useOwnId()} own above={<BackLink to={paths.profile()}>{copy.details}</BackLink>} />
