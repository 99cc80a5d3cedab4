import '../../ui/start/public-page.css';
import { useEffect, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../ui/shell/language-switch.js';
import { FollowProgress } from './follow-progress.js';
import { VerifyDocument } from './verify-document.js';

/** What everybody may see without signing in. */
export function PublicPage(): ReactElement {
  const { t } = useTranslation();
  const title = t('和林格尔新区“一站式”审批');
  useEffect(() => {
    document.title = title;
  }, [title]);
  const doors = [
    { href: '/enterprise', name: t('企业服务'), text: t('选择事项、填一张表、上传材料、查看进度、补正、下载文书') },
    { href: '/workbench', name: t('审批工作台'), text: t('窗口、部门、评审机构、会议、用印与监督人员') },
    { href: '/designer', name: t('流程设计'), text: t('管理员绘制、检查并发布审批流程') },
  ];
  return (
    <div className="public">
      <header>
        <div className="public-inner">
          <LanguageSwitch />
          <h1>{title}</h1>
          <p>{t('一张表单、一个窗口、一次评审、一次会议、一枚印章')}</p>
        </div>
      </header>
      <main className="public-inner">
        <nav aria-label={t('入口')} className="doors">
          {doors.map((door) => (
            <a key={door.href} href={door.href}>
              <strong>{door.name}</strong>
              <span>{door.text}</span>
            </a>
          ))}
        </nav>
        <div className="public-columns">
          <FollowProgress />
          <VerifyDocument />
        </div>
      </main>
      <footer className="public-inner quiet">
        <p>
          <a href="/api/docs">{t('接口文档')}</a>
        </p>
      </footer>
    </div>
  );
}
