import { Button } from 'antd';
import { useState, type ComponentType, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AvailableAction, CaseView } from '../../../src/api/contract.js';
import { useLanguage } from '../i18n/use-language.js';
import { ActionPanel } from './action-panel.js';
import type { ActionFormProps } from './action-form.js';

interface ActionBarProps {
  readonly view: CaseView;
  readonly onDone: (done: AvailableAction) => void;
  /** Actions that have a page of their own here, and where it is. */
  readonly elsewhere?: Readonly<Record<string, () => void>>;
  /** Forms that are filled in another way than by the general form, by form key. */
  readonly ownForms?: Readonly<Record<string, ComponentType<ActionFormProps>>>;
}

/** What this person may do now: exactly what the server offers, and for what one might expect besides, why not. */
export function ActionBar({ view, onDone, elsewhere, ownForms }: ActionBarProps): ReactElement | null {
  const { t } = useTranslation();
  const { either } = useLanguage();
  const [chosen, setChosen] = useState<AvailableAction>();
  if (view.availableActions.length === 0 && view.unavailableActions.length === 0) return null;
  return (
    <section className="action-bar" aria-label={t('可办理的操作')}>
      {chosen && (
        <ActionPanel
          key={keyOf(chosen)}
          view={view}
          action={chosen}
          ownForm={chosen.form ? ownForms?.[chosen.form] : undefined}
          onClose={() => setChosen(undefined)}
          onDone={() => {
            setChosen(undefined);
            onDone(chosen);
          }}
        />
      )}
      <div className="action-buttons">
        {view.availableActions.map((action, index) => (
          <Button
            key={keyOf(action)}
            type={index === 0 ? 'primary' : 'default'}
            size="large"
            aria-expanded={elsewhere?.[action.action] ? undefined : chosen === action}
            onClick={() => (elsewhere?.[action.action] ?? (() => setChosen(chosen === action ? undefined : action)))()}
          >
            {either(action.label, action.labelEn)}
          </Button>
        ))}
        {view.unavailableActions.length > 0 && (
          <details className="unavailable">
            <summary>{t('其他操作为什么不能办理')}</summary>
            <ul>
              {view.unavailableActions.map((action) => (
                <li key={action.action}>
                  {action.label}：{action.why}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </section>
  );
}

function keyOf(action: AvailableAction): string {
  return `${action.workItem ?? ''} ${action.action}`;
}
