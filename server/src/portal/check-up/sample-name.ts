/** The name the made-up sample report is read under. */
export const SAMPLE_NAME = "样例-云溪县政务公开办公室2024年度报告.html";
