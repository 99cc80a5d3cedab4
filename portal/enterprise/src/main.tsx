import { startPage } from '../../ui/start/start-page.js';
import { EnterprisePages } from './enterprise-pages.js';

startPage(<EnterprisePages />, '/enterprise');
