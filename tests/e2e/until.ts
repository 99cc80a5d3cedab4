/** Waits until something holds; asks from outside, because the pages allow no evaluated code. */
export async function until(holds: () => Promise<boolean>, { seconds = 15, what }: { seconds?: number; what: string }): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`Not within ${seconds} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
