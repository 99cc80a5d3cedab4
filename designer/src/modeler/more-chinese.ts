/** What the published Chinese translation of bpmn-js leaves out. */
export const moreChinese: Record<string, string> = {};
