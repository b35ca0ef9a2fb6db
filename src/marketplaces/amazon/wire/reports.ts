import * as z from 'zod';
import { identifier, optionalText, requiredText } from './fields.js';

export const wireReportId = z.lazy(() => z.object({ reportId: identifier }));

export const wireReport = z.lazy(() =>
  z.object({
    reportId: identifier,
    reportType: optionalText,
    createdTime: optionalText,
    processingStatus: requiredText,
    dataStartTime: optionalText,
    dataEndTime: optionalText,
    processingStartTime: optionalText,
    processingEndTime: optionalText,
    reportDocumentId: optionalText,
  }),
);
export type WireReport = z.infer<typeof wireReport>;

export const wireReports = z.lazy(() => z.object({ reports: z.array(wireReport).nullish(), nextToken: optionalText }));

/** Of reports and of feeds: where a document can be read, for 5 minutes. */
export const wireDocument = z.lazy(() => z.object({ url: requiredText, compressionAlgorithm: optionalText }));
export type WireDocument = z.infer<typeof wireDocument>;
