import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Copy, DockerfileParser, From } from 'dockerfile-ast';
import { ROOT } from '../../paths.js';

/** One line of a Dockerfile that does something to a stage. */
export type Step =
  | { readonly kind: 'workdir'; readonly path: string }
  | { readonly kind: 'env'; readonly name: string; readonly value: string }
  | {
      readonly kind: 'copy';
      readonly from: string | undefined;
      readonly sources: readonly string[];
      readonly to: string;
    }
  | { readonly kind: 'run'; readonly command: string };

/** One `FROM` with what follows. */
export interface Stage {
  readonly name: string;
  readonly base: string;
  readonly steps: readonly Step[];
  readonly user: string | undefined;
  readonly command: readonly string[];
  readonly health: readonly string[];
}

type Mutable = { -readonly [K in keyof Stage]: Stage[K] } & { steps: Step[] };

/** The text of one of the Dockerfiles. */
export const textOf = (image: string): string =>
  readFileSync(join(ROOT, 'docker', `${image}.Dockerfile`), 'utf8');

function copyOf(instruction: Copy): Step {
  const values = instruction.getArguments().map((argument) => argument.getValue());
  const from = instruction.getFlags().find((flag) => flag.getName() === 'from');
  return {
    ...{ kind: 'copy', from: from?.getValue() ?? undefined },
    ...{ sources: values.slice(0, -1), to: values.at(-1) ?? '' },
  };
}

/** The stages of a Dockerfile; an instruction that is not understood throws. */
export function stagesOf(text: string): Stage[] {
  const stages: Mutable[] = [];
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const plain = instruction.getArgumentsContent() ?? '';
    const keyword = instruction.getKeyword();
    if (instruction instanceof From) {
      const name = instruction.getBuildStage() ?? '';
      const base = instruction.getImage() ?? '';
      stages.push({ name, base, steps: [], user: undefined, command: [], health: [] });
      continue;
    }
    const stage = stages.at(-1);
    if (!stage) throw new Error(`${keyword} stands before FROM.`);
    if (keyword === 'WORKDIR') stage.steps.push({ kind: 'workdir', path: plain });
    else if (keyword === 'ENV') {
      const [name = '', value = ''] = plain.split('=');
      stage.steps.push({ kind: 'env', name, value });
    } else if (instruction instanceof Copy) stage.steps.push(copyOf(instruction));
    else if (keyword === 'RUN') {
      stage.steps.push({ kind: 'run', command: plain.replaceAll(/\\\s*\n/g, ' ') });
    } else if (keyword === 'USER') stage.user = plain;
    else if (keyword === 'CMD') stage.command = JSON.parse(plain) as string[];
    else if (keyword === 'HEALTHCHECK') {
      const list = /CMD\s+(\[.*\])\s*$/s.exec(plain)?.[1] ?? '[]';
      stage.health = JSON.parse(list) as string[];
    } else if (keyword !== 'EXPOSE') throw new Error(`${keyword} is not understood.`);
  }
  return stages;
}
