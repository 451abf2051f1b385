/** The name of the job that makes the archives. */
export const dataExportsJob = 'data-exports'
