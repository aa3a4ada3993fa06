import { chromium } from '@playwright/test'
import config from '../playwright.config.ts'

/** The browser that the journeys use, without a window; at `port` a tool can take hold of it. */
export const openBrowser = (port?: number) => {
  const { args = [], ...options } = config.use?.launchOptions ?? {}
  return chromium.launch({ ...options, args: port === undefined ? args : [...args, `--remote-debugging-port=${port}`] })
}
