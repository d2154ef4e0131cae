package app;

import java.util.*;
import org.hibernate.collection.spi.*;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.CollectionClassification;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.usertype.UserCollectionType;

public class Titles implements UserCollectionType { // [UnavailableClass]
    @Override
    public CollectionClassification getClassification() {
        return Generated.classification();
    }

    @Override
    public Class<?> getCollectionClass() {
        return List.class;
    }

    @Override
    public PersistentCollection<?> instantiate(
            SharedSessionContractImplementor session, CollectionPersister persister) {
        return new PersistentBag<>(session);
    }

    @Override
    public PersistentCollection<?> wrap(SharedSessionContractImplementor session, Object collection) {
        return new PersistentBag<>(session, (Collection<?>) collection);
    }

    @Override
    public Iterator<?> getElementsIterator(Object collection) {
        return ((Collection<?>) collection).iterator();
    }

    @Override
    public boolean contains(Object collection, Object entity) {
        return ((Collection<?>) collection).contains(entity);
    }

    @Override
    public Object indexOf(Object collection, Object entity) {
        return null;
    }

    @Override
    public Object replaceElements(
            Object original,
            Object target,
            CollectionPersister persister,
            Object owner,
            Map copies,
            SharedSessionContractImplementor session) {
        return target;
    }

    @Override
    public Object instantiate(int size) {
        return new ArrayList<>();
    }
}
