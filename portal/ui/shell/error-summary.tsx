import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldError } from '../../../src/api/contract.js';
import { useLanguage } from '../i18n/use-language.js';

interface ErrorSummaryProps {
  readonly faults: readonly FieldError[];
  /** Says where an error lies, e.g. its section. */
  readonly placeOf?: (pointer: string) => string | undefined;
  readonly onGo: (pointer: string) => void;
}

/** Everything that is wrong, on top, each a way to its question; takes the focus when it appears. */
export function ErrorSummary({ faults, placeOf, onGo }: ErrorSummaryProps): ReactElement | null {
  const { t } = useTranslation();
  const { either } = useLanguage();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (faults.length > 0) box.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  return (
    <section ref={box} className="error-summary" tabIndex={-1} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{t('有 {{n}} 处需要修改', { n: faults.length })}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.pointer} ${fault.message}`}>
            <button type="button" className="link" onClick={() => onGo(fault.pointer)}>
              {placeOf?.(fault.pointer) && `${placeOf(fault.pointer)}：`}
              {either(fault.message, fault.messageEn)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
