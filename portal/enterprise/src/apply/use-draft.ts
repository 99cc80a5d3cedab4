import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { saveForm, type CasePage } from '../../../ui/api/cases.js';
import { withoutBlanks } from '../../../ui/schema-form/asked-fields.js';
import { withValueAt } from '../../../ui/schema-form/pointer.js';

const pauseMillis = 900;

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed';

export interface Draft {
  readonly form: Record<string, unknown>;
  readonly change: (pointer: string, value: unknown) => void;
  readonly state: SaveState;
  readonly error: unknown;
  /** Saves what is still unsaved; resolves when the server has it, rejects when it refuses. */
  readonly flush: () => Promise<void>;
}

/** The form of a draft, saved a moment after each change. One save is under way at a time, each with the version that the one before answered. */
export function useDraft(view: CasePage): Draft {
  const queries = useQueryClient();
  const [form, setForm] = useState<Record<string, unknown>>(view.form);
  const [state, setState] = useState<SaveState>('saved');
  const [error, setError] = useState<unknown>();
  const latest = useRef(form);
  const savedForm = useRef(form);
  const version = useRef(view.version);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<void>>(undefined);

  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    await running.current?.catch(() => undefined);
    if (latest.current === savedForm.current) return;
    const sent = latest.current;
    setState('saving');
    running.current = saveForm(view.id, withoutBlanks(sent), version.current).then(
      (answer) => {
        version.current = answer.version;
        savedForm.current = sent;
        setError(undefined);
        setState(latest.current === sent ? 'saved' : 'waiting');
        // The page of the case keeps the form it was opened with; the next page that asks gets the new one.
        queries.setQueryData<CasePage>(['case', view.id], (before) => before && { ...before, form: sent as CasePage['form'], version: answer.version });
      },
      (refusal: unknown) => {
        setError(refusal);
        setState('failed');
        throw refusal;
      },
    );
    await running.current;
  }, [queries, view.id]);

  const change = useCallback(
    (pointer: string, value: unknown): void => {
      latest.current = withValueAt(latest.current, pointer, value);
      setForm(latest.current);
      setState('waiting');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush().catch(() => undefined), pauseMillis);
    },
    [flush],
  );

  useEffect(() => {
    const leave = (): void => void flush().catch(() => undefined);
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [flush]);

  return { form, change, state, error, flush };
}
