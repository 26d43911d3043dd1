import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** Evaluates each script of standard input in a context of its own, as FusionAuth's defaults are assumed to be. */
public class Host {
  public static void main(String[] arguments) throws Exception {
    Engine engine = Engine.newBuilder().option("engine.WarnInterpreterOnly", "false").build();
    // What scripts print themselves must not get between the answers.
    PrintStream answers = System.out;
    BufferedReader scripts = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = scripts.readLine(); line != null; line = scripts.readLine()) {
      String text = new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
      answers.println(Base64.getEncoder().encodeToString(answer(engine, text).getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static String answer(Engine engine, String text) throws Exception {
    Context.Builder builder = Context.newBuilder("js").engine(engine).allowAllAccess(false)
        .allowExperimentalOptions(true).option("js.timezone", "UTC").option("js.locale", "en-US")
        .out(java.io.OutputStream.nullOutputStream()).err(java.io.OutputStream.nullOutputStream());
    try (Context context = builder.build()) {
      Value value = context.eval(Source.newBuilder("js", text, "reconcile.js").build());
      return value.isString() ? value.asString() : value.toString();
    } catch (PolyglotException thrown) {
      return "thrown to the host: " + thrown.getMessage();
    }
  }
}
