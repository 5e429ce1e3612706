import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.api.MasterReport;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.FeatureEnum;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Checks every EPUB that standard input names, a path a line, in one process. */
public class EpubCheckAll {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] arguments) throws Exception {
        System.setOut(System.err);
        BufferedReader input =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String path = input.readLine(); path != null; path = input.readLine()) {
            try {
                new EpubCheck(new File(path), new Lines(path)).doValidate();
            } catch (Throwable failure) {
                print("FATAL", failure.toString());
            }
            OUT.println("END\t" + path);
        }
    }

    private static void print(String severity, String text) {
        OUT.println(severity + "\t" + text.replaceAll("\\s+", " "));
    }

    private static class Lines extends MasterReport {
        Lines(String path) {
            setEpubFileName(path);
        }

        @Override
        public void message(Message message, EPUBLocation location, Object... values) {
            Severity severity = message.getSeverity();
            if (severity == Severity.FATAL || severity == Severity.ERROR
                    || severity == Severity.WARNING) {
                print(severity.toString(), message.getID() + " " + location.getPath() + ":"
                    + location.getLine() + " " + message.getMessage(values));
            }
        }

        @Override
        public void info(String resource, FeatureEnum feature, String value) {}

        @Override
        public int generate() {
            return 0;
        }

        @Override
        public void initialize() {}
    }
}
