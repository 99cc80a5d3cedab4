export const publishFlow = (): string => 'published';
