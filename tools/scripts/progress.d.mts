export interface Progress {
	update(detail: string): void;
	stop(): void;
	end(result: string): void;
}
export declare function progress(label: string, stream?: NodeJS.WriteStream): Progress;
