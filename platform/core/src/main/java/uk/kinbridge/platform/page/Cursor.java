package uk.kinbridge.platform.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Where a page ended: the sort keys of its last item, the unique one last. It is opaque outside and validated, not
 * secret: it lets nobody see more than their list shows, since every page is filtered for its caller anew.
 *
 * @param list the name of the list (with its filter, when it has one), so that a cursor does not stray into another
 */
public record Cursor(String list, List<String> position) {

    private static final char SEPARATOR = '\u001f';
    private static final int LONGEST = 1024;

    public Cursor {
        position = List.copyOf(position);
        if (list.isEmpty() || position.isEmpty()) {
            throw new IllegalArgumentException("a cursor names its list and a position in it");
        }
        if (list.indexOf(SEPARATOR) >= 0 || position.stream().anyMatch(key -> key.indexOf(SEPARATOR) >= 0)) {
            throw new IllegalArgumentException("a cursor's parts must not contain the separator");
        }
    }

    public static Cursor of(String list, String... position) {
        return new Cursor(list, List.of(position));
    }

    /** The text for the caller. */
    public String encode() {
        List<String> parts = new ArrayList<>(position);
        parts.addFirst(list);
        byte[] text = String.join(String.valueOf(SEPARATOR), parts).getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + text.length)
                .putInt(check(text))
                .put(text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Empty when the text is not one that {@link #encode} gave for this list. */
    public static Optional<Cursor> decode(String list, String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() <= Integer.BYTES) {
                return Optional.empty();
            }
            int check = bytes.getInt();
            byte[] rest = new byte[bytes.remaining()];
            bytes.get(rest);
            if (check(rest) != check) {
                return Optional.empty();
            }
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(rest))
                    .toString();
            List<String> parts = List.of(decoded.split(String.valueOf(SEPARATOR), -1));
            return parts.size() > 1 && parts.getFirst().equals(list)
                    ? Optional.of(new Cursor(list, parts.subList(1, parts.size())))
                    : Optional.empty();
        } catch (IllegalArgumentException | CharacterCodingException notOurs) {
            return Optional.empty();
        }
    }

    private static int check(byte[] text) {
        CRC32 crc = new CRC32();
        crc.update(text);
        return (int) crc.getValue();
    }
}
