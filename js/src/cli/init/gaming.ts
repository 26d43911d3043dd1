// Identity providers of game platforms. People link their accounts themselves there.

import epicGames from "../default-lambdas/EpicGamesReconcile.js";
import nintendo from "../default-lambdas/NintendoReconcile.js";
import sonyPsn from "../default-lambdas/SonyPSNReconcile.js";
import steam from "../default-lambdas/SteamReconcile.js";
import twitch from "../default-lambdas/TwitchReconcile.js";
import xbox from "../default-lambdas/XboxReconcile.js";
import { linkedByHerself, type Starter } from "./starter.js";

const SETTINGS = { linkingStrategy: "CreatePendingLink", client_id: "example-client" } as const;

export const GAMING: readonly Starter[] = [
  linkedByHerself(
    {
      type: "EpicGames",
      lambdaType: "EpicGamesReconcile",
      lambda: epicGames,
      name: "Epic Games",
      settings: SETTINGS,
      userinfo: {
        accountId: "0a1b2c3d4e5f60718293a4b5c6d7e8f9",
        displayName: "JaneTheBrave",
        preferredLanguage: "en",
      },
      becomes: { registration: { username: "JaneTheBrave", preferredLanguages: ["en"] } },
    },
    "0a1b2c3d4e5f60718293a4b5c6d7e8f9",
  ),
  linkedByHerself(
    {
      type: "Nintendo",
      lambdaType: "NintendoReconcile",
      lambda: nintendo,
      name: "Nintendo",
      settings: SETTINGS,
      userinfo: {
        id: "0123456789abcdef",
        nickname: "Jane",
        birthday: "1990-02-03",
        country: "PT",
        language: "en-GB",
        emailOptedIn: false,
      },
      becomes: {
        user: { birthDate: "1990-02-03", data: { country: "PT" } },
        registration: { username: "Jane" },
      },
    },
    "0123456789abcdef",
  ),
  linkedByHerself(
    {
      type: "SonyPSN",
      lambdaType: "SonyPSNReconcile",
      lambda: sonyPsn,
      name: "PlayStation Network",
      settings: SETTINGS,
      userinfo: { user_id: "1234567890123456789", online_id: "jane_plays", country_code: "PT" },
      becomes: { user: { data: { country: "PT" } }, registration: { username: "jane_plays" } },
    },
    "1234567890123456789",
  ),
  linkedByHerself(
    {
      type: "Steam",
      lambdaType: "SteamReconcile",
      lambda: steam,
      name: "Steam",
      settings: SETTINGS,
      userinfo: {
        steamid: "76561190000000000",
        communityvisibilitystate: 3,
        profilestate: 1,
        personaname: "Jane",
        profileurl: "https://steamcommunity.com/id/example/",
        avatarfull: "https://avatars.steamstatic.com/example_full.jpg",
        personastate: 1,
        realname: "Jane Doe",
        timecreated: 1580000000,
      },
      becomes: { user: { fullName: "Jane Doe" }, registration: { username: "Jane" } },
    },
    "76561190000000000",
  ),
  linkedByHerself(
    {
      type: "Twitch",
      lambdaType: "TwitchReconcile",
      lambda: twitch,
      name: "Twitch",
      settings: SETTINGS,
      userinfo: {
        iss: "https://id.twitch.tv/oauth2",
        aud: "example-client",
        sub: "141981764",
        iat: 1767225600,
        exp: 1767226500,
        preferred_username: "JanePlays",
        email: "jane@example.com",
        email_verified: true,
        picture: "https://static-cdn.jtvnw.net/jtv_user_pictures/example-profile_image-300x300.png",
      },
      becomes: { registration: { username: "JanePlays" } },
    },
    "141981764",
  ),
  linkedByHerself(
    {
      type: "Xbox",
      lambdaType: "XboxReconcile",
      lambda: xbox,
      name: "Xbox",
      settings: SETTINGS,
      userinfo: { xid: "2535400000000000", gtg: "JaneThePilot", agg: "Adult", uhs: "1234567890" },
      becomes: {
        user: { data: { ageGroup: "Adult" } },
        registration: { username: "JaneThePilot" },
      },
    },
    "2535400000000000",
  ),
];
