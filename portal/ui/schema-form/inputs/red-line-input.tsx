import { Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RedLineSketch } from '../red-line-sketch.js';
import { toPolygon, toLines, type Polygon } from '../red-line.js';
import type { InputProps } from './input-props.js';

/** The boundary of a parcel as corner points, one a line, with a sketch of what was understood. */
export function RedLineInput({ aria, value, change }: InputProps): ReactElement {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string>();
  const polygon = value as Polygon | undefined;
  return (
    <div className="red-line">
      <div>
        <p className="field-help">{t('每行一个拐点：经度,纬度。首尾不必重复，系统自动闭合。')}</p>
        <Input.TextArea
          {...aria}
          className="coordinates"
          rows={5}
          value={typed ?? toLines(polygon)}
          onChange={(event) => {
            setTyped(event.target.value);
            change(toPolygon(event.target.value));
          }}
          onBlur={() => typeof toPolygon(typed ?? '') !== 'string' && setTyped(undefined)}
        />
      </div>
      <RedLineSketch polygon={polygon} />
    </div>
  );
}
