import { ordinaryWeek } from './ordinary-week.ts'
import type { FaultName, World } from './world.ts'

const withFault = (fault: FaultName, title: string, about: string): World => ({ ...ordinaryWeek, name: fault, title, about, faults: [fault] })

/** The ordinary week, with one thing going wrong. */
export const faultWorlds: readonly World[] = [
  withFault('save-fails', 'Saving fails', 'An ordinary week in which nothing can be saved: what is typed must not be lost.'),
  withFault('slow-network', 'A slow network', 'An ordinary week over a slow network: every page must say that it waits.'),
  withFault('signed-out-mid-form', 'Signed out in the middle of a form', 'An ordinary week in which the session ends at the first save.'),
  withFault('changed-under-you', 'Changed under you', 'An ordinary week in which somebody else saves the same record just before you do.'),
]
