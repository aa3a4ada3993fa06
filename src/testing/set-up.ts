import { afterEach, beforeEach, expect } from 'vitest'

let errors: unknown[][] = []
const print = console.error

/** A console error fails the test that caused it. */
beforeEach(() => {
  errors = []
  console.error = (...said: unknown[]) => {
    errors.push(said)
    print(...said)
  }
})

afterEach(() => {
  console.error = print
  expect(errors, 'Nothing may be written to console.error').toEqual([])
})
