import { type BrowserContext, expect } from '@playwright/test';
import { queryDatabase } from '#scripts/query-database';
import { askConfirmations } from '#server/jobs/commands/ask-confirmations';
import { expectAccessible, expectNoSidewaysScroll, expectOrderlyHeadings } from '#tests/support/audit-page';
