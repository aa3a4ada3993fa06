/** A refusal by the API, in the shape of RFC 9457. `pointer` is a JSON pointer into what was sent; empty for what belongs to no field. */
export interface ProblemDetails {
  title: string
  status: number
  detail?: string | undefined
  errors?: { pointer: string; detail: string }[] | undefined
  current?: unknown
  allowed?: string[] | undefined
}

/** Thrown when the API answers with anything but success. `status` 0 means that no answer came at all. */
export class ApiError extends Error {
  readonly problem: ProblemDetails

  constructor(problem: ProblemDetails) {
    super(problem.title)
    this.name = 'ApiError'
    this.problem = problem
  }

  get status(): number {
    return this.problem.status
  }

  /** Nothing reached the server, or it could not answer: worth trying again as it is. */
  get passing(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504
  }
}
