export const readConfig = (): { publicUrl: string } => ({ publicUrl: 'http://localhost' });
