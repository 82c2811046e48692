import { config } from 'zod';

// Zod would probe for `eval` when the first schema is made, which the content security policy refuses and
// reports. This module is imported before any other that makes schemas.
config({ jitless: true });
