import '../../ui/start/workbench.css';
import { startPage } from '../../ui/start/start-page.js';
import { WorkbenchPages } from './workbench-pages.js';

startPage(<WorkbenchPages />, '/workbench');
