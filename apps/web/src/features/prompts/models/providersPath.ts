/** Where administrators connect models. */
export const providersPath = '/admin/providers'
