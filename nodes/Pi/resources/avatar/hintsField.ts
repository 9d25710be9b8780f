import type { BodyField } from '../../body/bodyField';

/** Each is free text (docs/reference/pi.md 8). */
const HINTS: ReadonlyArray<readonly [name: string, label: string, example: string]> = [
	['ageRange', 'Age Range', '30 to 40'],
	['artDirection', 'Art Direction', 'editorial'],
	['avatarComposition', 'Avatar Composition', 'head and shoulders'],
	['background', 'Background', 'a sunlit café'],
	['bodyType', 'Body Type', 'athletic'],
	['cameraView', 'Camera View', 'eye level'],
	['customGenderExpression', 'Custom Gender Expression', 'androgynous'],
	['ethnicity', 'Ethnicity', 'Japanese'],
	['expression', 'Expression', 'a slight smile'],
	['eyeColor', 'Eye Color', 'green'],
	['eyeDirection', 'Eye Direction', 'to the camera'],
	['filterCulture', 'Filter Culture', 'Nordic'],
	['filterIndustry', 'Filter Industry', 'hospitality'],
	['genderExpression', 'Gender Expression', 'feminine'],
	['hairColor', 'Hair Color', 'auburn'],
	['hairStyle', 'Hair Style', 'short and curly'],
	['headOrientation', 'Head Orientation', 'three-quarter'],
	['lighting', 'Lighting', 'soft window light'],
	['mood', 'Mood', 'calm'],
	['outfitCategory', 'Outfit Category', 'business casual'],
	['poseStyle', 'Pose Style', 'relaxed'],
	['roleArchetype', 'Role Archetype', 'barista'],
	['skinTone', 'Skin Tone', 'olive'],
	['visualInfluence', 'Visual Influence', 'film photography'],
];

export const hintsField: BodyField = {
	property: {
		displayName: 'Hints',
		name: 'hints',
		type: 'collection',
		placeholder: 'Add Hint',
		default: {},
		options: [
			{
				displayName: 'Accessories',
				name: 'accessories',
				type: 'string',
				typeOptions: { multipleValues: true },
				default: [],
				placeholder: 'e.g. glasses',
				description: 'Up to 32',
			},
			...HINTS.map(([name, displayName, example]) => ({
				displayName,
				name,
				type: 'string' as const,
				default: '',
				placeholder: `e.g. ${example}`,
			})),
		],
	},
};
