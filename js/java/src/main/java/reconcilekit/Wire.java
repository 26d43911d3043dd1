package reconcilekit;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON lines, of the one form that is spoken here: each is an array of texts, such as
 * {@code ["run","1","{}"]}. Both ends print it without blanks, so a library for JSON has nothing to do.
 */
final class Wire {
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int HEXADECIMAL = 16;

    private final BufferedReader in;
    private final Writer out;

    Wire(InputStream in, OutputStream out) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /** The next line's texts; {@code null} when whoever speaks is gone. */
    List<String> hear() throws IOException {
        String line = in.readLine();
        return line == null ? null : textsIn(line);
    }

    /** Says these texts in a line. */
    synchronized void say(List<String> texts) throws IOException {
        StringBuilder line = new StringBuilder("[");
        for (String text : texts) {
            line.append(line.length() > 1 ? "," : "");
            write(line, text);
        }
        out.append(line).append("]\n").flush();
    }

    private static List<String> textsIn(String line) throws IOException {
        List<String> texts = new ArrayList<>();
        int at = 0;
        while (at < line.length() && line.charAt(at) != ']') {
            // Behind `[` or `,` there is a quotation mark.
            StringBuilder text = new StringBuilder();
            at = read(line, at + 2, text);
            texts.add(text.toString());
        }
        return texts;
    }

    /** Reads a text that begins at {@code at}; what follows its quotation mark is where reading goes on. */
    private static int read(String line, int start, StringBuilder text) throws IOException {
        int at = start;
        while (at < line.length()) {
            char character = line.charAt(at++);
            if (character == '"') {
                return at;
            }
            if (character != '\\') {
                text.append(character);
            } else if (line.charAt(at) == 'u') {
                text.append((char) Integer.parseInt(line.substring(at + 1, at + 5), HEXADECIMAL));
                at += 5;
            } else {
                text.append(unescaped(line.charAt(at++)));
            }
        }
        throw new IOException("a line ends within a text");
    }

    private static char unescaped(char character) {
        return switch (character) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> character;
        };
    }

    private static void write(StringBuilder line, String text) {
        line.append('"');
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '"' || character == '\\') {
                line.append('\\').append(character);
            } else if (character < FIRST_PRINTABLE || Character.isSurrogate(character)) {
                // Half of a pair has no bytes in UTF-8, so none of them is sent as such.
                line.append(String.format("\\u%04x", (int) character));
            } else {
                line.append(character);
            }
        }
        line.append('"');
    }
}
