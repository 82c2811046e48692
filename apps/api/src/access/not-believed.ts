import { Problem } from '../problems/index.js';

/** The one answer to a token that is not believed; why is for the log alone. */
export const notBelieved = (cause?: unknown): Problem =>
  new Problem('not-signed-in', {
    cause,
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
  });
