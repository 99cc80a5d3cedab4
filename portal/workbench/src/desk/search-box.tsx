import { Button, Input } from 'antd';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

interface SearchBoxProps {
  readonly label: string;
  readonly value: string;
  readonly search: (text: string) => void;
}

/** One search text with 查询 and 重置. */
export function SearchBox({ label, value, search }: SearchBoxProps): ReactElement {
  const { t } = useTranslation();
  const [text, setText] = useState(value);

  function submit(event: FormEvent): void {
    event.preventDefault();
    search(text.trim());
  }

  return (
    <form className="search-box" role="search" onSubmit={submit}>
      <Input aria-label={label} placeholder={label} value={text} onChange={(event) => setText(event.target.value)} />
      <Button type="primary" htmlType="submit">
        {t('查询')}
      </Button>
      <Button
        onClick={() => {
          setText('');
          search('');
        }}
      >
        {t('重置')}
      </Button>
    </form>
  );
}
