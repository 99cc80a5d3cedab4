import { Checkbox, Radio } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputProps } from './input-props.js';

/** Yes or no; a promise is a box to tick, because "no" is no answer to it. */
export function YesNoInput({ field, aria, value, change }: InputProps): ReactElement {
  const { t } = useTranslation();
  if (field.mustBeTrue) {
    return (
      <Checkbox checked={value === true} onChange={(event) => change(event.target.checked || undefined)}>
        {t('我已阅读并确认')}
      </Checkbox>
    );
  }
  return (
    <Radio.Group name={aria.id} value={value === true ? 'yes' : value === false ? 'no' : undefined} onChange={(event) => change(event.target.value === 'yes')}>
      <Radio value="yes">{t('是')}</Radio>
      <Radio value="no">{t('否')}</Radio>
    </Radio.Group>
  );
}
