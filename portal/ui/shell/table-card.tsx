import type { ReactElement, ReactNode } from 'react';

/** A card for a table that may be wider than a phone: it scrolls within itself, by keyboard too. */
export function TableCard({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <div className="card table-card" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
