package dev.retort.processor.read;

import java.util.List;

/** Names of packages. */
final class PackageNames {

    private PackageNames() {}

    /** The innermost package that holds all of these; the unnamed one, if no other. */
    static String common(List<String> packages) {
        String common = packages.get(0);
        for (String name : packages) {
            while (!common.isEmpty() && !name.equals(common) && !name.startsWith(common + ".")) {
                common = common.contains(".") ? common.substring(0, common.lastIndexOf('.')) : "";
            }
        }
        return common;
    }
}
