/** Every problem the product answers with: its HTTP status. The `type` is `/problems/<code>`. */
export const PROBLEMS = {
  'malformed-request': 400,
  'acting-organization-required': 400,
  'not-signed-in': 401,
  'not-admitted': 403,
  'not-permitted': 403,
  'acting-organization-refused': 403,
  'stronger-sign-in-required': 403,
  'own-report': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  'request-timed-out': 408,
  'state-conflict': 409,
  'report-exists': 409,
  'request-in-progress': 409,
  'stale-version': 412,
  'body-too-large': 413,
  'address-too-long': 414,
  'media-type-not-supported': 415,
  'file-type-not-supported': 415,
  'invalid-input': 422,
  'idempotency-key-reused': 422,
  'checks-not-passed': 422,
  'warnings-not-confirmed': 422,
  'audience-above-classification': 422,
  'version-required': 428,
  'too-many-requests': 429,
  'headers-too-large': 431,
  'internal-error': 500,
  'service-unavailable': 503,
  'files-busy': 503,
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

/** Base of the `type` URI of a problem, relative to the product's origin. */
export const PROBLEM_TYPE_BASE = '/problems/';
