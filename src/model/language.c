#include "model/language.h"

#include "base/text.h"
#include "read/document.h"

#include <string.h>

enum { CODE_BYTES = 2 };

/* Each with a blank behind it. */
static const char CODES[] =
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da "
    "de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy "
    "hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg "
    "li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or "
    "os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta "
    "te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ";

static bool is_known(const char *language)
{
    bool has_end = strlen(language) >= CODE_BYTES &&
                   (language[CODE_BYTES] == '\0' || language[CODE_BYTES] == '-');
    for (const char *code = CODES; has_end && *code != '\0'; code += CODE_BYTES + 1) {
        if (memcmp(code, language, CODE_BYTES) == 0) {
            return true;
        }
    }
    return false;
}

void language_check(const struct binder *binder, const struct node *head)
{
    const struct node *node = node_find(head, "language");
    if (node == NULL || node->kind != NODE_SCALAR || node_is_null(node) || is_known(node->text)) {
        return;
    }
    struct diag *diag = diag_add(binder->diags, DIAG_LANGUAGE_UNKNOWN, node->at,
                                 "`%s` is not the code of a language",
                                 bind_quoted(binder, node->text));
    diag_label(binder->diags, diag, "expected two small letters as en or de");
}
