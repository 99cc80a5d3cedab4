import type { CaseRequest, CaseView, ProjectView } from '../../../../src/api/contract.js';
import { openCase, saveForm } from '../../../ui/api/cases.js';

/** Opens a draft whose form already says what was told when the project was opened: nobody is asked for the same twice. */
export async function openApplication(project: ProjectView, request: CaseRequest, once: string): Promise<CaseView> {
  const view = await openCase(request, once);
  const form = withProject(view, project);
  if (form === view.form) return view;
  try {
    const { version } = await saveForm(view.id, form, view.version);
    return { ...view, form, version };
  } catch {
    // The draft is there; its form then asks for the name of the project like for everything else.
    return view;
  }
}

function withProject({ form, sections }: CaseView, { name, projectType, projectCode }: ProjectView): CaseView['form'] {
  if (!sections.includes('S01')) return form;
  const told = { projectName: name, projectType, ...(projectCode && { projectCode }) };
  const known = form.S01 ?? {};
  return Object.keys(told).every((key) => key in known) ? form : { ...form, S01: { ...told, ...known } };
}
