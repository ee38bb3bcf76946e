import { access, constants, mkdir } from 'node:fs/promises';
import { hasCode, Refusal } from './refusal.ts';

/** Makes the folder where it is missing. Throws a Refusal when it cannot be made or written to. */
export async function makeDataFolder(dataFolder: string): Promise<void> {
  try {
    await mkdir(dataFolder, { recursive: true });
    await access(dataFolder, constants.W_OK);
  } catch (error) {
    if (hasCode(error, 'ENOSPC')) throw error;
    throw new Refusal(
      `${dataFolder} cannot be written to: check whom it belongs to, or set DATA_DIR to another folder.`,
    );
  }
}
