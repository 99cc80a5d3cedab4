import type { ThemeConfig } from 'antd';

/** Colours with a contrast of at least 4.5 : 1 on their grounds (WCAG 2.2 AA), and fonts that the computers of offices have. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0b57d0',
    colorInfo: '#0b57d0',
    colorLink: '#0b57d0',
    colorLinkHover: '#0842a0',
    colorLinkActive: '#0842a0',
    colorError: '#c41d1d',
    colorErrorBg: '#fff1f0',
    colorSuccess: '#1f7a1f',
    colorSuccessBg: '#f0f9eb',
    colorWarning: '#8a5a00',
    colorWarningBg: '#fff7e6',
    colorTextDescription: '#595959',
    colorTextTertiary: '#595959',
    colorTextPlaceholder: '#6b6b6b',
    borderRadius: 4,
    fontSize: 15,
    fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif',
  },
};
