const listeners = new Set<() => void>();

/** Tells the page that its session has ended; what is on the screen stays, and the person signs in above it. */
export function announceSignInRequired(): void {
  for (const listener of listeners) listener();
}

export function onSignInRequired(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
