import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';

/** The one heading of a page; it names the window and gets the focus when the page is entered, so that a screen reader starts there. */
export function PageTitle({ text, children }: { text: string; children?: ReactNode }): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = text;
    heading.current?.focus({ preventScroll: true });
  }, [text]);
  return (
    <h1 ref={heading} tabIndex={-1} className="page-title">
      {text}
      {children}
    </h1>
  );
}
