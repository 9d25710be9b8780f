export declare function npm(
	args: string[],
	options: { cwd: string; logFile?: string; what: string },
): Promise<void>;
