/** A label that would like to stand at `at`, and needs `height`. */
export interface SpreadWish {
  readonly at: number;
  readonly height: number;
}

/** Labels that touch, moved as one: where they begin and which they are. */
interface Block {
  top: number;
  height: number;
  readonly members: number[];
}

const merge = (upper: Block, lower: Block): Block => {
  const height = upper.height + lower.height;
  // Each block is kept as near as it can be to where its labels would like to stand.
  const center =
    ((upper.top + upper.height / 2) * upper.height +
      (lower.top + lower.height / 2) * lower.height) /
    height;
  return { top: center - height / 2, height, members: [...upper.members, ...lower.members] };
};

/**
 * Moves labels up or down until none covers another, and keeps them between `top` and `bottom` as
 * long as they fit. Gives the middle of each, in the order of the wishes.
 */
export const spreadLabels = (
  wishes: readonly SpreadWish[],
  top: number,
  bottom: number,
): readonly number[] => {
  const within = (block: Block): Block => ({
    ...block,
    top: Math.max(top, Math.min(block.top, bottom - block.height)),
  });
  const blocks: Block[] = [];
  const order = wishes.map((_, index) => index);
  order.sort((one, other) => (wishes[one]?.at ?? 0) - (wishes[other]?.at ?? 0));
  for (const index of order) {
    const { at, height } = wishes[index] ?? { at: 0, height: 0 };
    let block = within({ top: at - height / 2, height, members: [index] });
    for (
      let above = blocks.at(-1);
      above !== undefined && above.top + above.height > block.top;
      above = blocks.at(-1)
    ) {
      blocks.pop();
      block = within(merge(above, block));
    }
    blocks.push(block);
  }
  const middles = wishes.map(({ at }) => at);
  for (const block of blocks) {
    let next = block.top;
    for (const index of block.members) {
      const height = wishes[index]?.height ?? 0;
      middles[index] = next + height / 2;
      next += height;
    }
  }
  return middles;
};
