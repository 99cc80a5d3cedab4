import type { ReactElement } from 'react';

const tones: Record<string, string> = {
  approved: 'good',
  filed: 'good',
  closed: 'good',
  refused: 'bad',
  notAccepted: 'bad',
  incident: 'bad',
  awaitingCorrection: 'waiting',
  draft: 'quiet',
  withdrawn: 'quiet',
  chosen: 'quiet',
};

/** The state of a case like a stamp on its cover, in the server's words. */
export function StatusStamp({ status, text }: { status: string; text: string }): ReactElement {
  return <span className={`stamp ${tones[status] ?? 'running'}`}>{text}</span>;
}
