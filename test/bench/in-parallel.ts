/** Does something with each item, at most so many at a time, in order of their beginning. */
export async function inParallel<Item>(items: Item[], most: number, act: (item: Item) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (;;) {
      const item = items[next];
      next += 1;
      if (item === undefined) return;
      await act(item);
    }
  };
  await Promise.all(Array.from({ length: most }, lane));
}
