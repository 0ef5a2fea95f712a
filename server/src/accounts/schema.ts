import { isPlainDate } from "@gongkai/statute";
import { z } from "zod";
import { AddAgency, AgencyParams, HeldPost, POST_ROLES } from "../agencies/schema.ts";

export const LEAST_PASSWORD = 10;
export const MOST_PASSWORD = 200;

const DayText = z.string().refine(isPlainDate).describe("日期，如 2026-03-02");
/** Without control characters. */
const ONE_LINE = /^\P{Cc}*$/u;
const PersonalName = z.string().trim().min(1).max(40).regex(ONE_LINE);
const Version = z.int().min(0).describe("修改前看到的版本号；已被他人修改的，答复 409 changed-meanwhile");
const GivenPassword = z.string().min(1).max(MOST_PASSWORD);
/** Its rules answer with sentences of their own (`weak-password`), so the schema asks only for a text. */
const NewPassword = z.string().max(MOST_PASSWORD).describe(`不少于${LEAST_PASSWORD}个字符，不含登录名，不是常见密码`);
const Code = z
  .string()
  .trim()
  .regex(/^\d{6}$/)
  .describe("验证器显示的6位数字");

export const SignInName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9\u4e00-\u9fff][a-z0-9\u4e00-\u9fff._@-]{1,62}$/)
  .describe("登录名：2至63个字母、数字、汉字或 . _ @ -，不区分大小写");

// Signing in

/** POST /api/v1/session */
export const SignIn = z.strictObject({ signInName: z.string().max(200).regex(ONE_LINE), password: GivenPassword }).meta({ id: "SignIn" });
export type SignIn = z.infer<typeof SignIn>;

/** POST /api/v1/session/second-factor: a code of the authenticator, or one of the recovery codes. */
export const GiveSecondFactor = z
  .union([z.strictObject({ code: Code }), z.strictObject({ recoveryCode: z.string().trim().min(1).max(40) })])
  .meta({ id: "GiveSecondFactor" });
export type GiveSecondFactor = z.infer<typeof GiveSecondFactor>;

/**
 * How far the sign-in has come. `complete`; or what must be done next before anything else is answered: give the code
 * (`secondFactor`), choose a password (`password`), set up the authenticator (`enrolment`).
 */
export const STAGES = ["complete", "secondFactor", "password", "enrolment"] as const;
export type Stage = (typeof STAGES)[number];

export const Session = z
  .object({
    stage: z.enum(STAGES),
    csrfToken: z.string().describe("修改数据的请求须在 x-csrf-token 中带上"),
    person: z.object({
      id: z.uuid(),
      name: z.string(),
      signInName: z.string(),
      hasSecondFactor: z.boolean(),
      recoveryCodesLeft: z.int(),
    }),
    agencies: z
      .array(
        z.object({
          code: z.string(),
          name: z.string(),
          shortName: z.string(),
          kind: z.enum(["platform", "government", "department", "township", "authorised"]),
          isDemo: z.boolean(),
          posts: z.array(HeldPost).readonly(),
        }),
      )
      .readonly()
      .describe("本人任职的机关及岗位；登录未完成时为空"),
    isPlatformAdministrator: z.boolean(),
    expiresAt: z.string().describe("最迟到这时须重新登录"),
    idleMinutes: z.int().describe("多少分钟不操作即须重新登录"),
  })
  .meta({ id: "Session", description: "当前登录" });
export type Session = z.infer<typeof Session>;

// One's own account

export const SignedInDevice = z
  .object({
    id: z.string(),
    isThis: z.boolean(),
    createdAt: z.string(),
    lastSeenAt: z.string(),
    expiresAt: z.string(),
    address: z.string(),
    device: z.string(),
  })
  .meta({ id: "SignedInDevice" });
export type SignedInDevice = z.infer<typeof SignedInDevice>;
export const SignedInDevices = z.object({ sessions: z.array(SignedInDevice).readonly() }).meta({ id: "SignedInDevices" });
export type SignedInDevices = z.infer<typeof SignedInDevices>;
export const SessionParams = z.object({ session: z.string().regex(/^[0-9a-f]{64}$/) });

/** POST /api/v1/account/password; ends all other sessions. */
export const ChangePassword = z.strictObject({ current: GivenPassword, next: NewPassword }).meta({ id: "ChangePassword" });
export type ChangePassword = z.infer<typeof ChangePassword>;

/** Answer of POST /api/v1/account/second-factor. */
export const Enrolment = z
  .object({
    secret: z.string().describe("不能扫码时手工输入的密钥"),
    address: z.string().describe("otpauth:// 地址"),
    picture: z.string().describe("二维码，data: 地址的 SVG 图片"),
  })
  .meta({ id: "Enrolment" });
export type Enrolment = z.infer<typeof Enrolment>;

/** POST /api/v1/account/second-factor/confirmation */
export const ConfirmEnrolment = z.strictObject({ code: Code }).meta({ id: "ConfirmEnrolment" });
export type ConfirmEnrolment = z.infer<typeof ConfirmEnrolment>;
export const RecoveryCodes = z
  .object({ recoveryCodes: z.array(z.string()).readonly().describe("只显示这一次；手机遗失时每个可代替验证码一次") })
  .meta({ id: "RecoveryCodes" });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

/** POST /api/v1/account/second-factor/removal; those who must have one are led to set up another. */
export const RemoveSecondFactor = z.strictObject({ password: GivenPassword, code: Code }).meta({ id: "RemoveSecondFactor" });
export type RemoveSecondFactor = z.infer<typeof RemoveSecondFactor>;

// People of an organ

export const Person = z
  .object({
    id: z.uuid(),
    signInName: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    isKeptHere: z.boolean().describe("账号是否由本机关管理；否则只是在本机关任职"),
    keptBy: z.string().describe("管理账号的机关代号"),
    disabledAt: z.string().nullable(),
    mustChangePassword: z.boolean(),
    hasSecondFactor: z.boolean(),
    lockedUntil: z.string().nullable().describe("因多次登录失败暂时锁定到何时"),
    posts: z
      .array(HeldPost.extend({ isEnded: z.boolean() }))
      .readonly()
      .describe("在本机关的岗位；as 为 deputy 的是B岗，不论A岗是否在岗"),
    version: z.int(),
  })
  .meta({ id: "Person", description: "工作人员" });
export type Person = z.infer<typeof Person>;
export const PersonList = z.object({ people: z.array(Person).readonly() }).meta({ id: "PersonList" });
export type PersonList = z.infer<typeof PersonList>;
export const PersonParams = AgencyParams.extend({ person: z.uuid() });

const Email = z.email().max(200).nullable();

export const AddPerson = z.strictObject({ signInName: SignInName, name: PersonalName, email: Email.optional() }).meta({ id: "AddPerson" });
export type AddPerson = z.infer<typeof AddPerson>;
export const ChangePerson = z
  .strictObject({ version: Version, name: PersonalName.optional(), email: Email.optional() })
  .meta({ id: "ChangePerson" });
export type ChangePerson = z.infer<typeof ChangePerson>;
/** POST …/people/:person/disabling and …/enabling */
export const OfVersion = z.strictObject({ version: Version }).meta({ id: "OfVersion" });
export type OfVersion = z.infer<typeof OfVersion>;
/** Answer of adding a person and of POST …/people/:person/password-reset. */
export const TemporaryPassword = z
  .object({ person: Person, temporaryPassword: z.string().describe("只显示这一次；本人首次登录须更换") })
  .meta({ id: "TemporaryPassword" });
export type TemporaryPassword = z.infer<typeof TemporaryPassword>;

// Posts of an organ

const PersonName = z.object({ id: z.uuid(), name: z.string(), isDisabled: z.boolean() });

export const Post = z
  .object({
    id: z.uuid(),
    role: z.enum(POST_ROLES),
    title: z.string(),
    unit: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    holder: PersonName.describe("A岗"),
    deputy: PersonName.nullable().describe("B岗"),
    absence: z.object({ from: z.string(), until: z.string().nullable() }).nullable().describe("A岗不在岗的起止日期（含当日）"),
    isDeputyActing: z.boolean().describe("今天是否由B岗代行"),
    endedOn: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: "Post", description: "岗位" });
export type Post = z.infer<typeof Post>;
export const PostList = z.object({ posts: z.array(Post).readonly() }).meta({ id: "PostList" });
export type PostList = z.infer<typeof PostList>;
export const PostListQuery = z.object({
  role: z.enum(POST_ROLES).optional(),
  ended: z.stringbool().default(false).describe("是否包括已结束的岗位"),
});
export const PostParams = AgencyParams.extend({ post: z.uuid() });

/** Who: by number, or by sign-in name for people whose account another organ keeps. */
const Whom = z.union([z.strictObject({ id: z.uuid() }), z.strictObject({ signInName: SignInName })]);
export type Whom = z.infer<typeof Whom>;

export const GivePost = z
  .strictObject({
    role: z.enum(POST_ROLES),
    title: z.string().trim().max(60).regex(ONE_LINE).default(""),
    unit: z.uuid().nullable().default(null),
    holder: Whom,
    deputy: Whom.nullable().default(null),
  })
  .meta({ id: "GivePost" });
export type GivePost = z.infer<typeof GivePost>;
/** PUT …/posts/:post/deputy */
export const SetDeputy = z.strictObject({ version: Version, deputy: Whom.nullable() }).meta({ id: "SetDeputy" });
export type SetDeputy = z.infer<typeof SetDeputy>;
/** PUT …/posts/:post/absence; by an administrator, or by the holder. `absence: null`: back at work. */
export const SetAbsence = z
  .strictObject({ version: Version, absence: z.strictObject({ from: DayText, until: DayText.nullable() }).nullable() })
  .meta({ id: "SetAbsence" });
export type SetAbsence = z.infer<typeof SetAbsence>;
/** POST …/posts/:post/end */
export const EndPost = z.strictObject({ version: Version }).meta({ id: "EndPost" });
export type EndPost = z.infer<typeof EndPost>;

// First run

/** GET /api/v1/setup */
export const SetupState = z
  .object({ needed: z.boolean(), isDemo: z.boolean().describe("演示模式：没有密码，选择岗位即可进入") })
  .meta({ id: "SetupState", description: "是否需要首次设置" });
export type SetupState = z.infer<typeof SetupState>;
/** POST /api/v1/setup; the code stands on the server's console and in the file setup-code of the data folder. */
export const SetUp = z
  .strictObject({
    code: z.string().trim().min(1).max(60),
    organ: AddAgency.pick({ name: true, shortName: true, code: true, kind: true }),
    administrator: z.strictObject({ signInName: SignInName, name: PersonalName, password: NewPassword }),
  })
  .meta({ id: "SetUp" });
export type SetUp = z.infer<typeof SetUp>;
