import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { z } from 'zod';
import type { Answer } from '../../client/client.js';
import { ROOT } from '../../paths.js';

/** The committed document. */
export const DOCUMENT = join(ROOT, 'apps', 'api', 'openapi.json');
const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;
const ID = 'openapi';

const operationSchema = z.object({
  security: z.array(z.record(z.string(), z.unknown())).optional(),
  responses: z.record(
    z.string(),
    z.object({ content: z.record(z.string(), z.unknown()).default({}) }),
  ),
});
const documentSchema = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});

/** One operation, as far as answers are judged by it. */
export interface Operation extends z.infer<typeof operationSchema> {
  /** `GET /api/v1/practices/{id}` */
  readonly name: string;
  readonly path: string;
  readonly method: string;
  readonly address: RegExp;
}

/** Whose bearer token an operation looks at: nobody's, whose there is, or it asks for one. */
export const asksForToken = ({ security = [] }: Operation): 'never' | 'may' | 'must' => {
  if (security.length === 0) return 'never';
  return security.some((way) => Object.keys(way).length === 0) ? 'may' : 'must';
};

const escaped = (text: string): string => text.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&');

const addressOf = (path: string): RegExp =>
  new RegExp(`^${escaped(path).replaceAll(/\{[^}]+\}/g, '[^/]+')}$`);

/** The less of an address is a parameter, the closer it is: `matrix.csv` before `{state}`. */
const written = ({ path }: Operation): number => path.replaceAll(/\{[^}]+\}/g, '').length;

const pointer = (...parts: readonly string[]): string =>
  parts
    .map((part) => `/${encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))}`)
    .join('');

/** The OpenAPI document, which knows its operations and judges answers by them. */
export class OpenApi {
  readonly operations: readonly Operation[];
  private readonly ajv: Ajv2020;
  private readonly validators = new Map<string, ValidateFunction>();

  private constructor(document: z.infer<typeof documentSchema>) {
    // The document is no schema as a whole; what is one in it refers to other parts of it.
    this.ajv = new Ajv2020({ strict: false, formats: { ...fullFormats, binary: true } });
    this.ajv.addSchema({ ...document, $id: ID }, ID);
    this.operations = Object.entries(document.paths)
      .flatMap(([path, item]) =>
        METHODS.filter((method) => item[method] !== undefined).map((method) => ({
          ...operationSchema.parse(item[method]),
          ...{ name: `${method.toUpperCase()} ${path}`, path, method, address: addressOf(path) },
        })),
      )
      .toSorted((one, other) => written(other) - written(one));
  }

  static async read(): Promise<OpenApi> {
    return new OpenApi(documentSchema.parse(JSON.parse(await readFile(DOCUMENT, 'utf8'))));
  }

  /** The operation that a request reaches. */
  operationAt(method: string, address: string): Operation {
    const [path = ''] = address.split('?');
    const found = this.operations.find(
      (one) => one.method === method.toLowerCase() && one.address.test(path),
    );
    if (!found) throw new Error(`The document has no ${method} ${path}`);
    return found;
  }

  /** What the document does not say of this answer; null where it says all of it. */
  faultOf(operation: Operation, answer: Answer): string | null {
    const status = String(answer.status);
    if (answer.status >= 500) return `${status} ${answer.text.slice(0, 300)}`;
    const said = operation.responses[status];
    if (!said) return `undocumented status ${status}`;
    const type = (answer.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';
    const types = Object.keys(said.content);
    if (types.length === 0) return answer.text === '' ? null : `${status} with undocumented body`;
    // Which kind of file it is, its own name says.
    if (types.includes('*/*')) return null;
    if (!types.includes(type)) return `${status} as undocumented ${type || 'nothing'}`;
    return answer.json === undefined ? null : this.bodyFault(operation, status, type, answer.json);
  }

  private bodyFault(
    { path, method }: Operation,
    status: string,
    type: string,
    body: unknown,
  ): string | null {
    const at = pointer('paths', path, method, 'responses', status, 'content', type, 'schema');
    const validate = this.validators.get(at) ?? this.ajv.compile({ $ref: `${ID}#${at}` });
    this.validators.set(at, validate);
    if (validate(body)) return null;
    return `${status} with undocumented body: ${this.ajv.errorsText(validate.errors)}`;
  }
}
