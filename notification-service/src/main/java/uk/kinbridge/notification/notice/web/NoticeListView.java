package uk.kinbridge.notification.notice.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.web.link.Links;

/** A page of notices. */
@Schema(name = "NoticeList")
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoticeListView(
        List<NoticeView> items,

        @Schema(description = "The cursor of the page after; absent on the last page") @Nullable
        String next,

        @Schema(description = "'stream' goes on where this list ends: nothing falls between the two")
        @JsonProperty("_links")
        Links links) {}
