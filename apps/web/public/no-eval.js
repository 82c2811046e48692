// The content security policy refuses compiled code: the schemas of the contract are read without it.
globalThis.__zod_globalConfig = { jitless: true };
