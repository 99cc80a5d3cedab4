import './designer.css';
import { startPage } from '../../portal/ui/start/start-page.js';
import { DesignerPages } from './designer-pages.js';

startPage(<DesignerPages />, '/designer');
