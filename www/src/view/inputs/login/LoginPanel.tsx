import "./login.css";
import { editLogin } from "../../../app/actions.js";
import { draft } from "../../../app/store.js";
import { Piece } from "../parts/Piece.js";
import { loginForm } from "../parts/sections.js";
import { ClaimTable } from "./ClaimTable.js";
import { useDecoded } from "./decoded.js";
import { AddSecondLogin, LoginList } from "./LoginList.js";
import { LoginSwitches } from "./LoginSwitches.js";
import { shownLogin } from "./logins.js";
import { PasteBox } from "./PasteBox.js";
import { TokenText } from "./TokenText.js";

/** What the identity provider says about the person who signs in. */
export function LoginPanel() {
  const index = shownLogin();
  const login = loginForm(index);
  const idToken = login.value(["idToken"]);
  const token = typeof idToken === "string" ? idToken : undefined;
  const decoded = useDecoded(token);
  const title = draft.value.logins.length > 1 ? `Login ${index + 1}` : "What Cognito sends";
  return (
    <div class="login-panel">
      <PasteBox index={index} />
      <LoginList />
      <Piece
        piece={`login ${index}`}
        title={title}
        shape="object"
        form={login}
        extra={<AddSecondLogin />}
        onText={(text) => editLogin(index, text)}
      >
        {token !== undefined && <TokenText login={login} token={token} decoded={decoded} />}
        <ClaimTable
          login={login}
          decoded={token === undefined ? undefined : (decoded?.token?.claims ?? {})}
          isTokenText={token !== undefined}
        />
        <LoginSwitches login={login} />
      </Piece>
    </div>
  );
}
